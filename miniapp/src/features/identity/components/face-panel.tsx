import { Text, View } from '@tarojs/components';
import { faceTexts } from '../../../texts/identity.ts';
import { aria, Icon } from '../../../ui/index.ts';
import type { FaceView } from '../face.view.ts';

/** The middle of the face page: what is, in one look. */
export function FacePanel({ view, saved }: { readonly view: Pick<FaceView, 'icon' | 'title' | 'sentences' | 'troubled'>; readonly saved: boolean }) {
  return (
    <View className="face" {...aria({ role: view.troubled ? 'alert' : 'status', live: 'polite' })}>
      <View className={view.troubled ? 'face__round face__round--troubled' : 'face__round'}><Icon name={view.icon} size={44} /></View>
      <Text className="face__title">{view.title}</Text>
      {view.sentences.map((sentence) => <Text key={sentence} className="face__sentence">{sentence}</Text>)}
      {saved ? (
        <View className="face__saved">
          <Icon name="check" size={16} />
          <Text>{faceTexts.saved}</Text>
        </View>
      ) : null}
    </View>
  );
}
