import type { Booking, PreApplicationReply } from '@anju/shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { phone } from '../../../platform/phone-call.ts';
import { CancelBooking } from '../../../screen/cancel-booking.tsx';
import { go, PATHS } from '../../../screen/index.ts';
import type { SigningTime } from '../../../screen/signing-time.ts';
import { spanOfText, yuanText } from '../../../texts/format.ts';
import { bookingTexts } from '../../../texts/booking.ts';
import { signingTexts } from '../../../texts/progress.ts';
import { Button, Card, Facts, From, Masked } from '../../../ui/index.ts';

interface SigningProps {
  readonly shown: PreApplicationReply;
  readonly signing: SigningTime;
  /** Seen by who borrows with the applicant: nothing is booked or cancelled from here. */
  readonly others: boolean;
  reload(): Promise<void>;
}

/** The signing of the contract: where it happens, the booked time, or the way to book one. */
export function Signing({ shown, signing, others, reload }: SigningProps) {
  const { booking, silent } = signing;
  const canBook = shown.signing.canBook && !others;
  const over = !['submitted', 'accepted', 'under-review', 'approved', 'signing'].includes(shown.case.stage);
  if (booking !== null && !over) return <Booked booking={booking} others={others} silent={silent} reload={reload} />;
  if (over) return null;
  return (
    <Card title={signingTexts.title}>
      <View className="a-stack">
        <Text className="a-text">{canBook ? signingTexts.where : others ? signingTexts.bookedByApplicant : shown.case.stage === 'signing' ? signingTexts.silent : signingTexts.notYet}</Text>
        {canBook ? <Button text={signingTexts.book} onPress={() => go(PATHS.booking(shown.case.caseId))} /> : <Text className="a-second">{signingTexts.where}</Text>}
      </View>
    </Card>
  );
}

function Booked({ booking, others, silent, reload }: { readonly booking: Booking; readonly others: boolean; readonly silent: boolean; reload(): Promise<void> }) {
  const [open, setOpen] = useState(false);
  const place = booking.servicePoint;
  return (
    <Card title={signingTexts.booked}>
      <Facts
        items={[
          { label: signingTexts.at, value: spanOfText(booking.startsAt, booking.endsAt) },
          { label: signingTexts.place, value: place.name },
          { label: signingTexts.address, value: place.address },
          { label: signingTexts.phone, value: place.phone },
        ]}
      />
      {silent ? <Text className="a-second">{bookingTexts.silentKept}</Text> : null}
      <View className="signing-buttons">
        <Text className="a-second">{signingTexts.where}</Text>
        <View className="a-pair">
          <Button kind="secondary" text={signingTexts.call} onPress={() => phone(place.phone)} />
          {others || silent ? null : <Button kind="secondary" text={signingTexts.cancel} onPress={() => setOpen(true)} />}
        </View>
      </View>
      {open ? <CancelBooking booking={booking} texts={signingTexts} reload={reload} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

/** What was applied for, as the core has it. */
export function Applied({ shown }: { readonly shown: PreApplicationReply }) {
  const { application } = shown;
  const { termMonths } = application;
  return (
    <From source={`core@${shown.case.updatedAt}`}>
      <Card title={signingTexts.applicationTitle}>
        <Facts
          items={[
            ...application.applicants.map(({ role, maskedName }) => {
              const label = role === 'borrower' ? signingTexts.borrower : signingTexts.spouse;
              return { label, value: <Masked text={maskedName} label={label} /> };
            }),
            { label: signingTexts.term, value: termMonths % 12 === 0 ? signingTexts.termValue(termMonths / 12) : signingTexts.months(termMonths) },
            { label: signingTexts.method, value: signingTexts.methods[application.method] },
            { label: signingTexts.price, value: yuanText(application.priceFen) },
            { label: signingTexts.contract, value: application.contractNumber },
          ]}
        />
      </Card>
    </From>
  );
}
