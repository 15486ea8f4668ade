import { Member } from './member.ts';
import type { Life } from './member.ts';

/** A program that lives until it is told otherwise. */
class Lives {
  begun = 0;
  failures = 0;
  readonly ends: string[] = [];
  #alive = false;

  readonly begin = async (): Promise<Life> => {
    this.begun += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the database is down');
    }
    this.#alive = true;
    const end = (how: string) => async (): Promise<void> => {
      this.ends.push(how);
      this.#alive = false;
    };
    return { alive: () => this.#alive, kill: end('kill'), end: end('end'), lastWords: () => 'out of memory' };
  };

  fall(): void {
    this.#alive = false;
  }
}

describe('a member of the fleet', () => {
  let lives: Lives;
  let member: Member;
  beforeEach(async () => {
    lives = new Lives();
    member = new Member('bff a', lives.begin);
    await member.first();
  });
  afterEach(() => member.close());

  it('is killed and comes back', async () => {
    expect(member.kill(0)).toBe(true);
    expect(member.isUp()).toBe(false);
    await member.ready();
    expect([member.isUp(), member.kills, lives.begun, lives.ends]).toEqual([true, 1, 2, ['kill']]);
  });

  it('is not killed twice while it is down', async () => {
    member.kill(0);
    expect(member.kill(0)).toBe(false);
    await member.ready();
    expect([member.kills, lives.begun]).toEqual([1, 2]);
  });

  it('tries again when it cannot start, because another is down', async () => {
    lives.failures = 2;
    member.kill(0);
    await member.ready();
    expect([member.isUp(), lives.begun]).toEqual([true, 4]);
  });

  it('says at its very first start what is wrong', async () => {
    const broken = new Lives();
    broken.failures = 1;
    await expect(new Member('bff b', broken.begin).first()).rejects.toThrow('bff b did not come up');
    expect(broken.begun).toBe(1);
  });

  it('that ended by itself is told apart from one that was killed, with its last words, and comes back', async () => {
    lives.fall();
    member.look();
    await member.ready();
    expect([member.falls, member.kills, member.isUp()]).toEqual([['out of memory'], 0, true]);
  });

  it('ends as an operator ends it', async () => {
    await member.close();
    expect(lives.ends).toEqual(['end']);
  });
});
