import { Text, View } from '@tarojs/components';
import { formTexts } from '../../../texts/withdrawal.ts';
import { aria, Bar, Button, Field, Icon } from '../../../ui/index.ts';
import type { DraftKeeper } from '../use-draft.ts';
import { useVoucher } from '../use-voucher.ts';

/** One voucher: choose, see it going, choose another; nothing is lost with the line. */
export function VoucherField({ keeper, error }: { readonly keeper: DraftKeeper; readonly error?: string }) {
  const voucher = useVoucher((file) => keeper.change({ files: [file] }));
  const done = keeper.draft.files[0];
  const wrong = voucher.trouble ?? error;
  return (
    <Field label={formTexts.voucher} help={formTexts.voucherHelp} {...(wrong === undefined ? {} : { error: wrong })}>
      <View className="voucher">
        {voucher.percent !== null ? (
          <View className="voucher__going" {...aria({ live: 'polite' })}>
            <Text className="voucher__name">{formTexts.uploading(voucher.percent)}</Text>
            <Bar share={voucher.percent / 100} label={formTexts.uploading(voucher.percent)} />
          </View>
        ) : done === undefined ? null : (
          <View className="voucher__done" {...aria({ live: 'polite' })}>
            <Icon name="file" size={24} />
            <Text className="voucher__name">{done.name}</Text>
            <Text className="voucher__state">{formTexts.uploaded}</Text>
          </View>
        )}
        <View className="voucher__buttons">
          {voucher.canRetry ? <Button kind="secondary" text={formTexts.retry} onPress={voucher.retry} /> : null}
          <Button kind={voucher.canRetry ? 'quiet' : 'secondary'} text={done === undefined ? formTexts.choose : formTexts.chooseAgain} disabled={voucher.percent !== null} onPress={voucher.choose} />
          {voucher.chooseDocument === null ? null : <Button kind="quiet" text={formTexts.chooseDocument} disabled={voucher.percent !== null} onPress={voucher.chooseDocument} />}
        </View>
      </View>
    </Field>
  );
}
