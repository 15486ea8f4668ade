import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../rules/withdrawal.rules.ts';
import { callersNumber, customer } from './field.checks.ts';
import { envelope, withOwnFaults, type GatewayAnswer, type GatewaySettings } from './answer.ts';
import { askedOnce, hashOf } from './request.log.ts';

export const MATERIAL_LIMIT_BYTES = 10 * 1024 * 1024;

/** What the bytes of each permitted type begin with. */
const BEGINNINGS: Readonly<Record<string, Buffer>> = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  'application/pdf': Buffer.from('%PDF'),
};

/** CL1001: takes a material. Its number belongs to the person; the same request number gives the same number again. */
export async function handInMaterial(settings: GatewaySettings, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const QQLSH = String(request.headers['x-core-request'] ?? '');
  const khbh = request.headers['x-core-customer'];
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const bytes = request.rawBody;
  const answer = (given: GatewayAnswer): unknown => reply.send(envelope(settings.core, { JYDM: 'CL1001', QQLSH }, given));
  if (!callersNumber(QQLSH)) return answer({ code: '100001', body: { ZD: 'X-Core-Request' } });
  if (!customer(khbh)) return answer({ code: '100001', body: { ZD: 'X-Core-Customer' } });
  const beginning = BEGINNINGS[mediaType];
  if (beginning === undefined) return answer({ code: '100001', body: { ZD: 'Content-Type' } });
  if (!bytes.subarray(0, beginning.length).equals(beginning)) return answer({ code: '100001', body: { ZD: 'body' } });
  return answer(withOwnFaults(settings, request, () => keep(settings, QQLSH, String(khbh), mediaType, bytes)));
}

function keep(settings: GatewaySettings, requestNo: string, khbh: string, mediaType: string, bytes: Buffer): GatewayAnswer {
  const { core } = settings;
  const CLZY = createHash('sm3').update(bytes).digest('hex');
  return askedOnce(core, requestNo, 'CL1001', hashOf({ KHBH: khbh, CLZY, mediaType }), () => {
    personOf(core, khbh);
    const CLBH = `CL${String(core.next('material')).padStart(10, '0')}`;
    core.run('INSERT INTO material (clbh, khbh, media_type, hash, bytes) VALUES (?, ?, ?, ?, ?)', CLBH, khbh, mediaType, CLZY, bytes);
    return { CLBH, CLZY };
  });
}
