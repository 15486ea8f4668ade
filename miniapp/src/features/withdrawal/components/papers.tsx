import type { DraftFile, MissingField } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { fieldWords } from '../../../texts/withdrawal-fields.ts';
import { paperTexts as texts } from '../../../texts/withdrawal-form.ts';
import { aria, Bar, Button, Icon, Tap } from '../../../ui/index.ts';
import type { Paper } from '../papers.ts';
import { usePapers } from '../use-papers.ts';
import type { ChangeFiles, PapersState } from '../use-papers.ts';

interface PapersProps {
  readonly field: MissingField;
  readonly files: readonly DraftFile[];
  readonly changeFiles: ChangeFiles;
  /** Some are on their way or have not come through. */
  onWaiting(waiting: boolean): void;
  readonly fault: string | null;
}

/** One paper a step: what to photograph, what it must show, what is there, what did not come through. */
export function Papers({ field, files, changeFiles, onWaiting, fault }: PapersProps) {
  const state = usePapers(field.name, changeFiles);
  const waiting = state.papers.length > 0;
  useEffect(() => onWaiting(waiting), [onWaiting, waiting]);
  const words = fieldWords(field.name, 'file');
  const own = files.filter((file) => file.field === field.name);
  const some = own.length > 0 || waiting;
  return (
    <View className="papers">
      {words.help === undefined ? null : <Text className="papers__help">{words.help}</Text>}
      <View className="papers__shows">
        <Text className="papers__head">{texts.shows}</Text>
        {(words.shows ?? []).map((line) => (
          <View key={line} className="papers__show"><Icon name="check" size={16} /><Text>{line}</Text></View>
        ))}
      </View>
      {own.map((file, index) => <Uploaded key={file.fileId} file={file} name={texts.name(index + 1)} state={state} />)}
      {state.papers.map((paper) => <OnItsWay key={paper.key} paper={paper} state={state} />)}
      {fault === null ? null : <View className="papers__fault" {...aria({ role: 'alert', live: 'polite' })}><Icon name="attention" size={16} /><Text>{fault}</Text></View>}
      <View className="papers__buttons">
        <Button kind="secondary" text={some ? texts.takeMore : texts.take} onPress={() => state.choose()} />
        {state.chooseDocument === null ? null : <Button kind="quiet" text={texts.document} onPress={state.chooseDocument} />}
        <Text className="papers__kinds">{texts.kinds}</Text>
      </View>
    </View>
  );
}

/** A finished one: never asked for again, only replaced or taken away. */
function Uploaded({ file, name, state }: { readonly file: DraftFile; readonly name: string; readonly state: PapersState }) {
  return (
    <View className="paper" {...aria({ live: 'polite' })}>
      <View className="paper__line">
        <Icon name="file" size={24} className="paper__mark" />
        <View className="paper__words">
          <Text className="paper__name">{file.name}</Text>
          <Text className="paper__state">{texts.done}</Text>
        </View>
      </View>
      <View className="paper__ways">
        <Tap className="paper__way" label={texts.replaceOne(name)} onPress={() => state.choose(file.fileId)}><Text>{texts.replace}</Text></Tap>
        <Tap className="paper__way paper__way--plain" label={texts.removeOne(name)} onPress={() => state.remove(file.fileId)}><Text>{texts.remove}</Text></Tap>
      </View>
    </View>
  );
}

function OnItsWay({ paper, state }: { readonly paper: Paper; readonly state: PapersState }) {
  const { percent } = paper;
  if (percent !== null) {
    const words = percent === 0 ? texts.preparing : texts.going(percent);
    return (
      <View className="paper" {...aria({ live: 'polite' })}>
        <View className="paper__line">
          <Icon name="upload" size={24} className="paper__mark" />
          <View className="paper__words"><Text className="paper__name">{paper.file.name}</Text><Text className="paper__going">{words}</Text></View>
        </View>
        <Bar share={percent / 100} label={words} />
      </View>
    );
  }
  return (
    <View className="paper paper--failed" {...aria({ role: 'alert' })}>
      <View className="paper__line">
        <Icon name="attention" size={24} className="paper__mark" />
        <View className="paper__words"><Text className="paper__name">{paper.file.name}</Text><Text className="paper__wrong">{paper.trouble ?? texts.failed}</Text></View>
      </View>
      <View className="paper__ways">
        {paper.canRetry ? <Tap className="paper__way" onPress={() => state.retry(paper.key)}><Text>{texts.retry}</Text></Tap> : null}
        <Tap className="paper__way paper__way--plain" label={texts.removeOne(paper.file.name)} onPress={() => state.dismiss(paper.key)}><Text>{texts.remove}</Text></Tap>
      </View>
    </View>
  );
}
