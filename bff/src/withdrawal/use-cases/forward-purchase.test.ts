import { createHash } from 'node:crypto';
import { OpaqueIds } from '../../account/index.ts';
import { UploadFile } from '../../file-store/use-cases/upload-file.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases } from '../../progress/index.ts';
import { CancelCase } from '../../progress/use-cases/cancel-case.ts';
import { anOverview } from '../testing/an-overview.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import { FORWARD_TOPIC } from '../../progress/index.ts';
import { ListRoutes } from './list-routes.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const VOUCHER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe.each(testEngines())('bringing a purchase to the core (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = anOverview({ loans: [] });
  });
  afterEach(() => world.close());

  const upload = async (): Promise<string> => {
    const sha256 = createHash('sha256').update(VOUCHER).digest('hex');
    return (await world.module.get(UploadFile).execute(me.personId, { bytes: VOUCHER, sha256 })).fileId;
  };
  async function submitted(homeCity?: 'local' | 'elsewhere', fileId?: string, contractNumber = 'HT-2026-0001'): Promise<string> {
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    const answers = { contractNumber, ...(homeCity === undefined ? {} : { homeCity }) };
    const body = { route: 'purchase', amountFen: 100_000, bankCardId, answers, fileIds: [fileId ?? (await upload())] } as const;
    return (await world.module.get(SubmitWithdrawal).execute(me, body)).caseId;
  }

  it('hands the voucher in first and names it in the application', async () => {
    const caseId = await submitted('local');
    const handedIn = world.core.materials;
    expect(handedIn).toEqual([`M${caseId.replaceAll('-', '')}-1`]);
    expect(world.core.applications).toMatchObject([{ route: 'purchase', contractNumber: 'HT-2026-0001', homeIsLocal: true, materialNos: [`CL-${handedIn[0]}`] }]);
  });

  it('names the contract by the number that is meant, however it was typed', async () => {
    await submitted('local', undefined, ' ht-2026－ ０００1');
    expect(world.core.applications).toMatchObject([{ contractNumber: 'HT-2026-0001' }]);
  });

  it.each([
    ['matched and local', { result: 'matched', local: true }, true],
    ['matched and elsewhere', { result: 'matched', local: false }, false],
    ['not answering', { result: 'unavailable' }, false],
    ['another buyer\'s', { result: 'mismatch' }, false],
  ] as const)('asks the register where the home is when nobody said, and it is %s', async (_what, contract, homeIsLocal) => {
    world.core.contract = contract;
    await submitted();
    expect(world.core.applications).toMatchObject([{ homeIsLocal }]);
  });

  it('uses a voucher for one purchase only', async () => {
    const fileId = await upload();
    const first = await submitted('local', fileId);
    expect(await world.module.get(Cases).byId(first)).toMatchObject({ stage: 'paid' });
    await expect(submitted('local', fileId)).rejects.toMatchObject({ code: 'withdrawal.file-missing', details: { fields: [{ field: 'fileIds' }] } });
  });

  it('takes back without the core what never reached it', async () => {
    await world.module.get(ListRoutes).execute(me.personId);
    world.clock.advance(5000);
    world.core.up = false;
    const caseId = await submitted('local');
    expect(await world.module.get(Cases).byId(caseId)).toMatchObject({ link: 'to-send', stage: 'submitted' });
    expect(await world.module.get(CancelCase).execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled', awaitingCore: false });
    world.core.up = true;
    await world.outbox.round(FORWARD_TOPIC);
    expect(world.core.applications).toEqual([]);
  });

  it('lets a person start anew after taking back, though the core is still away', async () => {
    await world.module.get(ListRoutes).execute(me.personId);
    world.clock.advance(5000);
    world.core.up = false;
    await world.module.get(CancelCase).execute(me.personId, await submitted('local'));
    const caseId = await submitted('local');
    world.core.up = true;
    await world.outbox.round(FORWARD_TOPIC);
    expect(await world.module.get(Cases).byId(caseId)).toMatchObject({ stage: 'paid' });
    expect(world.core.payments).toHaveLength(1);
  });

  it('does not judge by an overview that is older than a payment', async () => {
    await submitted('local');
    world.clock.advance(5000);
    world.core.up = false;
    await expect(submitted('local')).rejects.toMatchObject({ code: 'core.unreachable' });
  });
});
