import type { InvitationReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { ShareButton } from '../../../platform/share-button.tsx';
import { PATHS, useToast } from '../../../screen/index.ts';
import { momentText } from '../../../texts/format.ts';
import { householdTexts as texts } from '../../../texts/household.ts';
import { aria, Button, Card, Notice } from '../../../ui/index.ts';
import type { Press } from '../../../ui/index.ts';
import { codeGroups } from '../household.view.ts';

/** The code to tell the spouse, and the card to send. */
export function Invited({ invitation, onAgain }: { readonly invitation: InvitationReply; readonly onAgain: Press }) {
  const { code } = invitation;
  const say = useToast();
  return (
    <Card title={texts.codeTitle}>
      <View className="a-stack">
        <View className="invite-code" {...aria({ role: 'text', label: texts.codeSaid(code) })}><Text userSelect>{codeGroups(code)}</Text></View>
        <Text className="a-second">{texts.until(momentText(invitation.expiresAt))}</Text>
        <Text className="a-text">{texts.codeLead}</Text>
        <Notice tone="brand">{texts.waiting}</Notice>
        <ShareButton text={texts.share} card={{ title: texts.shareTitle, path: PATHS.invitation(code) }} words={(link) => texts.copyText(code, link)} onDone={(copied) => say(copied ? texts.copied : texts.copyFailed)} />
        <Button kind="quiet" text={texts.again} loadingText={texts.inviting} onPress={onAgain} />
      </View>
    </Card>
  );
}
