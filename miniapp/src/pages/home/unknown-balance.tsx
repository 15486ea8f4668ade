import { Text } from '@tarojs/components';
import { useSession } from '../../api/session.ts';
import type { FailureKind } from '../../api/failure.ts';
import { homeTexts } from '../../texts/home.ts';
import { stateTexts } from '../../texts/states.ts';
import { Amount, Card, Masked } from '../../ui/index.ts';

/** The balance card when nothing at all is known: in words, never as 0. That the core is away is said above it. */
export function UnknownBalance({ why }: { readonly why: FailureKind }) {
  const { session } = useSession();
  return (
    <Card tone="balance" className="p-home__unknown">
      {session?.person === null || session?.person === undefined ? null : <Masked text={session.person.name} />}
      <Text className="a-text a-second">{homeTexts.balance}</Text>
      <Amount fen={null} size="hero" />
      <Text className="a-text a-small">{(why === 'core-down' ? stateTexts[why].sentences.slice(1) : stateTexts[why].sentences).join('')}</Text>
    </Card>
  );
}
