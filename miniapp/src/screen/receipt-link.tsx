import type { CaseReply } from '@anju/shared/contract';
import { isTerminal } from '@anju/shared/progress';
import { receiptTexts } from '../texts/receipt.ts';
import { Card, Row } from '../ui/index.ts';
import { go } from './navigation.ts';
import { PATHS } from './paths.ts';

/** The way from a settled case to its receipt; nothing for a case under way or for who only borrows too. */
export function ReceiptLink({ reply }: { readonly reply: CaseReply }) {
  if (!isTerminal(reply.stage) || reply.role === 'co-borrower') return null;
  return (
    <Card>
      <Row icon="file" title={receiptTexts.link} note={receiptTexts.linkNote} onPress={() => go(PATHS.receipt(reply.caseId))} />
    </Card>
  );
}
