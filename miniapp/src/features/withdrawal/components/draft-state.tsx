import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { messageOf } from '../../../api/problem-message.ts';
import { goReplace, PATHS, useToast } from '../../../screen/index.ts';
import { stepTexts as texts } from '../../../texts/withdrawal-form.ts';
import { aria, Button, Icon, Notice, Sheet, Tap } from '../../../ui/index.ts';
import { isBegun } from '../draft.content.ts';
import type { DraftKeeper, DraftView } from '../draft.keeper.ts';

const ICONS = { saved: 'check', saving: 'clock', 'on-phone': 'device', refused: 'attention' } as const;
const WORDS = { saved: texts.saved, saving: texts.saving, 'on-phone': texts.onPhone } as const;

/** Whether what was given is safe, what another phone had changed, and the way to give it all up. */
export function DraftState({ view, keeper }: { readonly view: DraftView; readonly keeper: DraftKeeper }) {
  const [asked, setAsked] = useState(false);
  if (!isBegun(view.held)) return null;
  return (
    <View className="draft-state">
      <View className="draft-state__line" {...aria({ role: 'status', live: 'polite' })}>
        <Icon name={ICONS[view.sync]} size={16} />
        <Text>{view.sync === 'refused' ? texts.refused(view.refused) : WORDS[view.sync]}</Text>
      </View>
      <Tap className="draft-state__end" onPress={() => setAsked(true)}><Text>{texts.giveUp}</Text></Tap>
      {asked ? <GiveUp keeper={keeper} onClose={() => setAsked(false)} /> : null}
    </View>
  );
}

/** What another phone had changed too: theirs stands, and the person is told. */
export function Overwritten({ view, keeper }: { readonly view: DraftView; readonly keeper: DraftKeeper }) {
  if (view.overwritten.length === 0) return null;
  return <Notice tone="attention" title={texts.overwrittenTitle} action={{ text: texts.understood, onPress: () => keeper.told() }}>{texts.overwritten(view.overwritten)}</Notice>;
}

function GiveUp({ keeper, onClose }: { readonly keeper: DraftKeeper; onClose(): void }) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const say = useToast();
  const end = async (): Promise<void> => {
    setTrouble(null);
    try {
      await keeper.giveUp();
      say(texts.gaveUp);
      goReplace(PATHS.routes);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  const actions = (
    <>
      <Button kind="danger" text={texts.giveUpYes} loadingText={texts.giveUpBusy} onPress={end} />
      <Button kind="quiet" text={texts.giveUpNo} onPress={onClose} />
    </>
  );
  return (
    <Sheet open title={texts.giveUpTitle} onClose={onClose} actions={actions}>
      <Text className="a-text">{texts.giveUpText}</Text>
      {trouble === null ? null : <Notice tone="stop">{trouble}</Notice>}
    </Sheet>
  );
}
