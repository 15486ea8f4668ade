import type { PrequalificationReply } from '@anju/shared/contract';
import { go, PATHS } from '../../../screen/index.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { Card, Row } from '../../../ui/index.ts';

/** With the spouse who joined, or the way to invite one. */
export function PartnerRow({ partner }: { readonly partner: PrequalificationReply['partner'] }) {
  return (
    <Card>
      {partner === null ? (
        <Row title={texts.inviteTitle} note={texts.inviteNote} onPress={() => go(PATHS.household)} />
      ) : (
        <Row title={texts.partnerWith(partner.maskedName)} note={texts.partnerNote} onPress={() => go(PATHS.household)} />
      )}
    </Card>
  );
}
