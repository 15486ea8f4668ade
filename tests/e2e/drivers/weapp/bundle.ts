import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import vm from 'node:vm';

/** What a mini-program's code may use; everything else (fetch, Buffer, localStorage, document, process) is undefined, as in WeChat. */
export interface MiniProgramGlobals {
  readonly wx: object;
  readonly App: (config: object) => void;
  readonly Page: (config: object) => void;
  readonly Component: (config: object) => void;
  readonly Behavior: (config: object) => object;
  readonly getApp: () => unknown;
  readonly getCurrentPages: () => readonly unknown[];
}

/** The compiled bundle, loaded file by file as WeChat loads it: each file a function over `require`, `module` and `exports`. */
export class Bundle {
  readonly folder: string;
  readonly #context: vm.Context;
  readonly #modules = new Map<string, { exports: unknown }>();
  readonly #globals: MiniProgramGlobals;

  constructor(folder: string, globals: MiniProgramGlobals) {
    this.folder = folder;
    this.#globals = globals;
    const quiet = { log: () => undefined, info: () => undefined, debug: () => undefined, warn: () => undefined, error: (...args: unknown[]) => console.error('[weapp]', ...args) };
    this.#context = vm.createContext({ console: quiet, setTimeout, clearTimeout, setInterval, clearInterval }, { codeGeneration: { strings: false, wasm: false } });
    // The clock of the world that the test lives in.
    vm.runInContext('(function (RealDate) { globalThis.Date = RealDate; })', this.#context)(Date);
  }

  text(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  json<T>(file: string): T {
    return JSON.parse(this.text(file)) as T;
  }

  /** Runs a file once and gives what it exports. */
  load(file: string): unknown {
    const path = normalize(file.endsWith('.js') ? file : `${file}.js`);
    const known = this.#modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    this.#modules.set(path, module);
    const names = ['require', 'module', 'exports', ...Object.keys(this.#globals)];
    const run = vm.runInContext(`(function (${names.join(', ')}) {${this.text(path)}\n})`, this.#context, { filename: path }) as (...args: unknown[]) => void;
    run((wanted: string) => this.load(join(dirname(path), wanted)), module, module.exports, ...Object.values(this.#globals));
    return module.exports;
  }
}

/** Which events a node's template listens to, from base.wxml: a tap on a node whose template binds none goes unheard. */
export function boundEvents(baseWxml: string): (templateNumber: string) => ReadonlySet<string> {
  const bound = new Map<string, Set<string>>();
  for (const [, wholeName = '', body = ''] of baseWxml.matchAll(/<template name="tmpl_\d+_([^"]+)">([\s\S]*?)<\/template>/g)) {
    // A field has two drawings, with and without the cursor.
    const name = wholeName.replace(/_(focus|blur)$/, '');
    const opening = /<(?!template)[^>]*>/.exec(body.replace(/"[^"]*"/g, (text) => text.replace(/>/g, ' ')))?.[0] ?? '';
    const events = bound.get(name) ?? new Set<string>();
    for (const [, event = ''] of opening.matchAll(/(?:bind|catch):?(\w+)="eh"/g)) events.add(event);
    bound.set(name, events);
  }
  const none: ReadonlySet<string> = new Set();
  return (number) => bound.get(number) ?? none;
}
