import { goReplace, PATHS } from '../../../screen/index.ts';
import { standingTexts as texts } from '../../../texts/standing-order.ts';
import { Empty } from '../../../ui/index.ts';

/** An order that is not there, or is not the person's. */
export function Gone() {
  return <Empty drawing="lens" title={texts.gone} sentences={[texts.goneText]} actions={[{ text: texts.goneAction, onPress: () => goReplace(PATHS.standingOrders) }]} />;
}
