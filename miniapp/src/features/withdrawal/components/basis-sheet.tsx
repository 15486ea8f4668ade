import type { FormReply } from '@anju/shared/contract';
import { Text } from '@tarojs/components';
import { confirmTexts } from '../../../texts/withdrawal.ts';
import { Amount, Row, Sheet, Tag } from '../../../ui/index.ts';
import { basisLines } from '../confirm.facts.ts';

/** How the maximum came about, to the fen. */
export function BasisSheet({ form, open, onClose }: { readonly form: FormReply; readonly open: boolean; onClose(): void }) {
  return (
    <Sheet open={open} title={confirmTexts.basisTitle} onClose={onClose}>
      <Text className="confirm__lead">{form.basis.length > 1 ? confirmTexts.basisLead : confirmTexts.basisOne}</Text>
      {basisLines(form).map((line) => (
        <Row
          key={line.label}
          title={line.label}
          {...(line.span === null ? {} : { note: line.span })}
          {...(line.least && form.basis.length > 1 ? { tag: <Tag>{confirmTexts.decides}</Tag> } : {})}
          value={<Amount fen={line.amountFen} alwaysShown strong={line.least} label={line.label} />}
        />
      ))}
    </Sheet>
  );
}
