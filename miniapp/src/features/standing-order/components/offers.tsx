import type { StandingOrderOffer } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { go, PATHS } from '../../../screen/index.ts';
import { standingTexts as texts } from '../../../texts/standing-order.ts';
import { reasonSentence, toldReasons } from '../../../texts/withdrawal-reasons.ts';
import { Card, Row, Section } from '../../../ui/index.ts';

const EXISTS = 'standing-exists';

/** Every reason against an offer, as sentences. */
export const reasonLines = ({ reasons }: StandingOrderOffer): readonly string[] => toldReasons(reasons).map(reasonSentence);

/** What else can be signed, and what cannot with every reason. What is signed already stands above. */
export function Offers({ offers, live }: { readonly offers: readonly StandingOrderOffer[]; readonly live: boolean }) {
  const others = offers.filter(({ reasons }) => !reasons.some(({ code }) => code === EXISTS));
  const can = others.filter(({ possible }) => possible);
  const cannot = others.filter(({ possible }) => !possible);
  return (
    <>
      {can.length === 0 ? null : (
        <Section title={texts.possible}>
          <Card>
            {can.map(({ kind }) => (
              <Row key={kind} title={texts.kind[kind]} note={texts.kindNote[kind]} {...(live ? { value: <Text className="offer__go">{texts.sign}</Text>, onPress: () => go(PATHS.standingSign(kind)) } : {})} />
            ))}
          </Card>
        </Section>
      )}
      {cannot.length === 0 ? null : (
        <Section title={texts.impossible}>
          <Card>{cannot.map((offer) => <Closed key={offer.kind} offer={offer} />)}</Card>
        </Section>
      )}
    </>
  );
}

function Closed({ offer }: { readonly offer: StandingOrderOffer }) {
  const cardMissing = offer.reasons.some(({ code }) => code === 'card-missing');
  const way = cardMissing ? { value: <Text className="offer__go">{texts.addCard}</Text>, onPress: () => go(PATHS.bankCards) } : {};
  return <Row muted title={texts.kind[offer.kind]} note={<View>{reasonLines(offer).map((line) => <Text key={line} className="offer__why">{line}</Text>)}</View>} {...way} />;
}
