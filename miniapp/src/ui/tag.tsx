import { Text } from '@tarojs/components';
import { classNames } from './class-names.ts';

export type Tone = 'brand' | 'plain' | 'attention' | 'stop' | 'info';

export interface TagProps {
  readonly tone?: Tone;
  readonly children: string;
}

/** A short state in words: 审核中, 即时办结. Its colour repeats what the words say. */
export function Tag({ tone = 'brand', children }: TagProps) {
  return <Text className={classNames('a-tag', `a-tag--${tone}`)}>{children}</Text>;
}
