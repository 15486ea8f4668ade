import 'reflect-metadata';
import { VerifyAudit } from '../audit/index.ts';
import { AuditEntryRow } from '../audit/adapters/audit.rows.ts';
import { testEngines } from '../platform/testing/index.ts';
import { CodeTryRow, InvitationRow, MemberRow } from './adapters/household.rows.ts';
import { Households } from './households.port.ts';
import { householdWorld } from './testing/household-world.ts';
import type { HouseholdWorld } from './testing/household-world.ts';
import { AcceptInvitation } from './use-cases/accept-invitation.ts';
import { InviteSpouse } from './use-cases/invite-spouse.ts';
import { LeaveHousehold } from './use-cases/leave-household.ts';
import { ShowHousehold, ShowInvitation } from './use-cases/show-household.ts';
import { SweepInvitations } from './use-cases/sweep-invitations.ts';

const HOUR = 3_600_000;
const refusal = (code: string) => expect.objectContaining({ code });

describe.each(testEngines())('the household on %s', (engine) => {
  let world: HouseholdWorld;
  beforeAll(async () => {
    world = await householdWorld(engine);
  });
  afterAll(async () => {
    await world.close();
  });
  beforeEach(async () => {
    await world.db.empty('household_invitation', 'household_member', 'household_try', 'audit_entry');
    await world.db.unitOfWork.run(() => world.db.database.manager().query(`UPDATE audit_head SET sequence = 0, hash = '${'0'.repeat(64)}'`));
    world.clock.set('2026-11-21T01:30:15.000Z');
    world.people.gone.clear();
    world.registry.answer = { kind: 'ok', value: 'married', asOf: '2026-11-21T01:30:15.000Z' };
    world.registry.asked.length = 0;
    world.asking.replies.length = 0;
  });

  const invite = (who: string) => world.module.get(InviteSpouse).execute(who);
  const look = (who: string, code: string) => world.module.get(ShowInvitation).execute(who, code);
  const accept = (who: string, code: string) => world.module.get(AcceptInvitation).execute(who, code);
  const leave = (who: string) => world.module.get(LeaveHousehold).execute(who);
  const show = (who: string) => world.module.get(ShowHousehold).execute(who);
  const unbind = (who: string) => world.db.unitOfWork.run(() => world.people.unbind(who));
  const partnerOf = (who: string) => world.module.get(Households).partnerOf(who);
  const audit = async () => (await world.db.database.manager().find(AuditEntryRow, { order: { sequence: 'ASC' } })).map(({ personId, actor, action, outcome }) => `${actor} ${personId} ${action} ${outcome}`);
  const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');

  it('invites for 72 hours with six digits, and asking again gives the same as long as it lives', async () => {
    const first = await invite('lin');
    expect(first).toEqual({ code: expect.stringMatching(/^\d{6}$/), expiresAt: '2026-11-24T01:30:15.000Z' });
    world.clock.advance(72 * HOUR - 1);
    expect(await invite('lin')).toEqual(first);
    expect(await show('lin')).toEqual({ state: 'invited', invitation: first });
    world.clock.advance(1);
    expect(await show('lin')).toEqual({ state: 'none' });
    expect((await invite('lin')).expiresAt).toBe('2026-11-27T01:30:15.000Z');
    expect(await world.db.database.manager().count(InvitationRow)).toBe(1);
  });

  it('gives one code when a person asks several times at once', async () => {
    const codes = await Promise.all(['lin', 'lin', 'lin', 'lin'].map((who) => invite(who)));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(1);
  });

  it('keeps no code that can be read', async () => {
    const { code } = await invite('lin');
    const [row] = (await world.db.database.manager().query('SELECT * FROM household_invitation')) as Record<string, unknown>[];
    expect(Object.values(row ?? {}).map(String).filter((value) => value.includes(code))).toEqual([]);
  });

  it('shows who is invited the masked name and nothing else', async () => {
    const { code, expiresAt } = await invite('lin');
    expect(await look('chen', code)).toEqual({ inviterMaskedName: '林*宁', expiresAt });
  });

  it('joins the two once the other says yes, and tells both', async () => {
    const { code } = await invite('lin');
    const reply = await accept('chen', code);
    expect(reply).toEqual({ state: 'joined', partner: { maskedName: '林*宁', joinedAt: '2026-11-21T01:30:15.000Z' } });
    expect(world.asking.replies.at(-1)).toEqual(reply);
    expect(await show('lin')).toEqual({ state: 'joined', partner: { maskedName: '陈*远', joinedAt: '2026-11-21T01:30:15.000Z' } });
    expect([await partnerOf('lin'), await partnerOf('chen'), await partnerOf('wu')]).toEqual([{ personId: 'chen', maskedName: '陈*远' }, { personId: 'lin', maskedName: '林*宁' }, null]);
    expect(world.registry.asked).toEqual(['KH-lin KH-chen']);
    expect(await audit()).toEqual(['person lin household.invited done', 'anju lin household.joined married', 'person chen household.joined married']);
    expect(await world.module.get(VerifyAudit).execute()).toEqual({ holds: true, entries: 3 });
  });

  it('joins when the source does not answer, and notes that it did not', async () => {
    world.registry.answer = { kind: 'ok', value: 'unavailable', asOf: '2026-11-21T01:30:15.000Z' };
    await accept('chen', (await invite('lin')).code);
    expect((await world.db.database.manager().find(MemberRow)).map(({ marriage }) => marriage)).toEqual(['unavailable', 'unavailable']);
  });

  it('refuses two who are not married to each other, and asks the core before it writes', async () => {
    const { code } = await invite('lin');
    world.registry.answer = { kind: 'ok', value: 'not-married', asOf: '2026-11-21T01:30:15.000Z' };
    await expect(accept('chen', code)).rejects.toEqual(refusal('household.not-married'));
    world.registry.answer = { kind: 'unreachable' };
    await expect(accept('chen', code)).rejects.toEqual(refusal('core.unreachable'));
    expect([await show('chen'), (await show('lin')).state]).toEqual([{ state: 'none' }, 'invited']);
    expect((await audit()).at(-1)).toBe('person chen household.joined household.not-married');
  });

  it.each([
    ['own', 'household.own-invitation', async (code: string) => accept('lin', code)],
    ['wrong', 'household.code-wrong', async (code: string) => accept('chen', wrongFor(code))],
    ['not a code', 'household.code-wrong', async () => look('chen', "' or 1=1")],
    ['expired', 'household.code-expired', async (code: string) => (world.clock.advance(72 * HOUR), accept('chen', code))],
    ['taken', 'household.code-expired', async (code: string) => (await accept('wu', code), accept('chen', code))],
    ['of somebody who left', 'household.code-wrong', async (code: string) => (await unbind('lin'), accept('chen', code))],
  ])('refuses a code that is %s with %s', async (_, code, attempt) => {
    await expect(attempt((await invite('lin')).code)).rejects.toEqual(refusal(code));
    expect(await show('chen')).toEqual({ state: 'none' });
  });

  it('refuses whoever is in a household already, to join and to invite', async () => {
    const { code } = await invite('lin');
    const other = await invite('wu');
    await accept('chen', code);
    await expect(accept('chen', other.code)).rejects.toEqual(refusal('household.already-joined'));
    await expect(invite('lin')).rejects.toEqual(refusal('household.already-joined'));
  });

  it('lets one of two people win who say yes to the same code at once', async () => {
    const { code } = await invite('lin');
    const outcomes = await Promise.allSettled([accept('chen', code), accept('wu', code)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.db.database.manager().count(MemberRow)).toBe(2);
    expect((await partnerOf('lin'))?.personId).toBe(outcomes[0]?.status === 'fulfilled' ? 'chen' : 'wu');
  });

  it('joins two once who say yes to each other at once', async () => {
    const [mine, theirs] = [await invite('lin'), await invite('chen')];
    const outcomes = await Promise.allSettled([accept('chen', mine.code), accept('lin', theirs.code)]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await world.db.database.manager().count(MemberRow)).toBe(2);
    expect([(await partnerOf('lin'))?.personId, (await partnerOf('chen'))?.personId]).toEqual(['chen', 'lin']);
  });

  it('looks at five wrong codes an hour and at no more, whatever is tried then', async () => {
    const { code } = await invite('lin');
    for (let tries = 0; tries < 5; tries += 1) await expect(look('chen', wrongFor(code))).rejects.toEqual(refusal('household.code-wrong'));
    await expect(accept('chen', code)).rejects.toMatchObject({ code: 'household.too-many-tries', details: { retryAfter: 3600 } });
    expect(await look('wu', code)).toMatchObject({ inviterMaskedName: '林*宁' });
    world.clock.advance(HOUR);
    expect(await look('chen', code)).toMatchObject({ inviterMaskedName: '林*宁' });
  });

  it('counts guesses that come at once, and does not count a right code', async () => {
    const { code } = await invite('lin');
    for (let looks = 0; looks < 8; looks += 1) await look('chen', code);
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => look('chen', wrongFor(code))));
    const looked = guesses.filter((guess) => guess.status === 'rejected' && (guess.reason as { code: string }).code === 'household.code-wrong');
    expect(looked.length).toBeLessThanOrEqual(5);
  });

  it('does not begin to count anew for somebody who unbinds', async () => {
    const { code } = await invite('lin');
    for (let tries = 0; tries < 5; tries += 1) await expect(look('chen', wrongFor(code))).rejects.toEqual(refusal('household.code-wrong'));
    await unbind('chen');
    world.people.gone.clear();
    await expect(look('chen', code)).rejects.toEqual(refusal('household.too-many-tries'));
  });

  it('lets either leave, and unbinding is leaving', async () => {
    await accept('chen', (await invite('lin')).code);
    await leave('lin');
    await leave('lin');
    expect([await show('lin'), await show('chen'), await partnerOf('chen')]).toEqual([{ state: 'none' }, { state: 'none' }, null]);
    expect((await audit()).slice(-2)).toEqual(['anju chen household.left partner-left', 'person lin household.left done']);
    await accept('chen', (await invite('lin')).code);
    await unbind('chen');
    expect([await show('lin'), await partnerOf('lin')]).toEqual([{ state: 'none' }, null]);
  });

  it('takes back an invitation that waits', async () => {
    const { code } = await invite('lin');
    await leave('lin');
    expect(await show('lin')).toEqual({ state: 'none' });
    await expect(accept('chen', code)).rejects.toEqual(refusal('household.code-wrong'));
  });

  it('forgets what is long past', async () => {
    const { code } = await invite('lin');
    await expect(look('chen', wrongFor(code))).rejects.toEqual(refusal('household.code-wrong'));
    world.clock.advance(72 * HOUR + 7 * 24 * HOUR);
    const sweep = world.module.get(SweepInvitations);
    expect(await sweep.execute()).toBe(1);
    world.clock.advance(1);
    expect(await sweep.execute()).toBe(1);
    expect([await world.db.database.manager().count(InvitationRow), await world.db.database.manager().count(CodeTryRow)]).toEqual([0, 0]);
  });
});
