/** The ports of the demo, and whether they are free. Node's own modules only. */
import { createServer } from 'node:net';
import { Stop } from './report.mjs';

const DEFAULTS = { ANJU_PORT: 3100, ANJU_BFF_PORT: 3000, ANJU_CORE_PORT: 3201, ANJU_CORE_CONTROL_PORT: 3202, ANJU_WECHAT_PORT: 3203, ANJU_IDENTITY_PORT: 3204, ANJU_SMS_PORT: 3205 };

/** Ports from 1024 up that browsers and fetch refuse to open (WHATWG Fetch, bad ports). */
const BLOCKED = new Set([1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080]);

/** Reads each port from its variable; a wrong value stops with a sentence naming it. */
export function readPorts(env = process.env) {
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, standard]) => {
      const text = env[name];
      if (text === undefined || text === '') return [name, standard];
      const port = Number(text);
      if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stop(`${name} must be a port from 1 to 65535, not "${text}".`, `${name}=${standard} npm start`);
      if (BLOCKED.has(port)) throw new Stop(`${name}=${port} is a port that browsers refuse to open.`, `${name}=${port + 10} npm start`);
      return [name, port];
    }),
  );
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Stops with the first port that is given to two, or taken. */
export async function checkPorts(ports) {
  const given = new Map();
  for (const [name, port] of Object.entries(ports)) {
    const other = given.get(port);
    if (other !== undefined) throw new Stop(`${other} and ${name} are both ${port}; each needs a port of its own.`, `${name}=${port + 1000} npm start`);
    given.set(port, name);
  }
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port))) throw new Stop(`Port ${port} (${name}) is taken by another program.`, `${name}=${port + 1000} npm start`);
  }
}
