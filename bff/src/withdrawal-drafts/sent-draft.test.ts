import { OpaqueIds } from '../account/index.ts';
import { ListRoutes } from '../withdrawal/use-cases/list-routes.ts';
import { ShowForm } from '../withdrawal/use-cases/show-form.ts';
import { SubmitWithdrawal } from '../withdrawal/use-cases/submit-withdrawal.ts';
import type { BusinessWorld } from '../withdrawal/testing/business-world.ts';
import { businessWorld } from '../withdrawal/testing/business-world.ts';
import { Drafts } from './index.ts';
import { SaveDraft } from './use-cases/save-draft.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;

describe('a draft on its way', () => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld();
    await world.module.get(SaveDraft).execute(me.personId, 'repay-fund-loan', { at: 'amount', amountFen: 100_000 });
  });
  afterEach(() => world.close());
  const submit = (amountFen: number) => {
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    return world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen, bankCardId });
  };

  it('is offered by the route list, also while the core is away, and stands on its form', async () => {
    expect((await world.module.get(ListRoutes).execute(me.personId)).drafts).toMatchObject([{ route: 'repay-fund-loan' }]);
    expect((await world.module.get(ShowForm).execute(me.personId, 'repay-fund-loan')).draft).toMatchObject({ at: 'amount', amountFen: 100_000 });
    expect((await world.module.get(ShowForm).execute(me.personId, 'purchase')).draft).toBeNull();
  });

  it('ends with the application that is taken in, and stays when that is refused', async () => {
    await expect(submit(9_999_999_999)).rejects.toMatchObject({ code: 'withdrawal.amount-above-maximum' });
    expect(await world.module.get(Drafts).of(me.personId, 'repay-fund-loan')).not.toBeNull();
    await submit(100_000);
    expect(await world.module.get(Drafts).of(me.personId, 'repay-fund-loan')).toBeNull();
  });
});
