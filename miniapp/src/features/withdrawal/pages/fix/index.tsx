import type { CaseReply, FormReply } from '@anju/shared/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useSession } from '../../../../api/session.ts';
import { useQuery } from '../../../../api/use-query.ts';
import { useReleasedWish } from '../../../../api/use-wish.ts';
import { goReplace, goSignIn, PageState, PATHS, Screen } from '../../../../screen/index.ts';
import { fixTexts } from '../../../../texts/withdrawal-fix.ts';
import { Empty, Skeleton } from '../../../../ui/index.ts';
import { FixReady } from '../../components/fix-ready.tsx';
import { askedOf } from '../../fix.content.ts';
import '../../withdrawal.scss';

const SHAPE = <><Skeleton shape="card" count={1} /><Skeleton shape="form" count={1} /></>;

/** A refused or returned case, put right: only the wrong thing is asked again. */
export default function FixPage() {
  const caseId = decodeURIComponent(useRouter().params['caseId'] ?? '');
  const { session, ended } = useSession();
  const query = useQuery('showCase', { params: { caseId } }, { enabled: session !== null || ended });
  const reply = query.value;
  useReleasedWish(reply);
  const form = useQuery('showForm', { params: { route: reply?.route ?? '' } }, { enabled: reply?.fix?.resubmit === true });
  // The form helps with what it knows (bounds, choices); without it the case alone is enough.
  const asking = reply?.fix?.resubmit === true && form.state === 'loading';
  if (reply !== null && !asking && query.state !== 'failed') return <Known reply={reply} form={form.value} reload={query.reload} />;
  return (
    <Screen title={fixTexts.title} sensitive>
      <PageState query={query} skeleton={SHAPE} off={<Empty drawing="door" title={fixTexts.guestTitle} actions={[{ text: fixTexts.guestAction, onPress: goSignIn }]} />}>
        {() => SHAPE}
      </PageState>
    </Screen>
  );
}

function Known({ reply, form, reload }: { readonly reply: CaseReply; readonly form: FormReply | null; reload(): Promise<void> }) {
  const asked = askedOf(reply, form);
  if (asked !== null) return <FixReady reply={reply} asked={asked} reload={reload} />;
  const { resubmittedAs } = reply;
  const actions =
    resubmittedAs === undefined
      ? [{ text: fixTexts.toCase, onPress: () => goReplace(PATHS.caseOf(reply.caseId)) }, { text: fixTexts.toRoutes, onPress: () => goReplace(PATHS.routes), kind: 'quiet' as const }]
      : [{ text: fixTexts.toNew, onPress: () => goReplace(PATHS.caseOf(resubmittedAs)) }];
  return (
    <Screen title={fixTexts.title} sensitive>
      <View><Empty drawing="desk" title={fixTexts.gone} sentences={[resubmittedAs === undefined ? fixTexts.goneText : fixTexts.goneReplaced]} actions={actions} /></View>
    </Screen>
  );
}
