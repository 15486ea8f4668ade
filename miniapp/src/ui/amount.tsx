import { formatYuan } from '@anju/shared/money';
import { Text, View } from '@tarojs/components';
import { pieceTexts } from '../texts/pieces.ts';
import { aria } from './aria.ts';
import { classNames } from './class-names.ts';
import { useEye } from './eye.ts';

export interface AmountProps {
  /** In fen; null is unknown, shown as 暂未取得, never as 0. */
  readonly fen: number | null;
  /** hero 38, large 28, medium 20, inline as the text around it. */
  readonly size?: 'hero' | 'large' | 'medium' | 'inline';
  /** Shows 元 behind the figure. */
  readonly unit?: boolean;
  /** Shows + before a positive amount. */
  readonly sign?: boolean;
  readonly strong?: boolean;
  /** Shown whatever the eye says: an amount the person has just typed or must confirm. */
  readonly alwaysShown?: boolean;
  /** What the amount is, for a screen reader: 账户余额. */
  readonly label?: string;
  /** Instead of 暂未取得. */
  readonly unknownText?: string;
  readonly className?: string;
}

/** An amount of money: exact to the fen, decimals smaller, equally wide when hidden. */
export function Amount(props: AmountProps) {
  const { fen, size = 'inline', unit = false, sign = false, strong = false, alwaysShown = false, label, unknownText = pieceTexts.unknown } = props;
  const eye = useEye();
  const look = classNames('a-amount', `a-amount--${size}`, strong && 'a-amount--strong', props.className);
  if (fen === null) return <Text className={classNames(look, 'a-amount--unknown')}>{unknownText}</Text>;
  const said = label === undefined ? '' : `${label}，`;
  const text = `${sign && fen > 0 ? '+' : ''}${formatYuan(fen)}`;
  if (!eye.open && !alwaysShown) {
    return (
      <View className={classNames(look, 'a-amount--hidden')} {...aria({ role: 'img', label: `${said}${pieceTexts.hidden}` })}>
        <Text className="a-amount__space">{text.replace(/\d/g, '0')}</Text>
        <Text className="a-amount__veil">******</Text>
      </View>
    );
  }
  const point = text.indexOf('.');
  return (
    <View className={look} {...aria({ role: 'text', label: `${said}${text} ${pieceTexts.yuan}` })}>
      <Text className="a-amount__yuan">{text.slice(0, point)}</Text>
      <Text className="a-amount__cents">{text.slice(point)}</Text>
      {unit ? <Text className="a-amount__unit">{pieceTexts.yuan}</Text> : null}
    </View>
  );
}
