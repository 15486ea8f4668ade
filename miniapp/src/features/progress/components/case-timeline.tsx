import type { CaseReply } from '@anju/shared/contract';
import { Card, Steps, Tag } from '../../../ui/index.ts';
import type { Step } from '../../../ui/index.ts';
import { timelineLines } from '../case.timeline.ts';
import type { TimelineLine } from '../case.timeline.ts';

const ASIDE_TONE = { late: 'attention', yours: 'attention', left: 'brand', outside: 'plain' } as const;

function drawn(line: TimelineLine): Step {
  const { aside } = line;
  const beside = aside === null ? null : aside.kind === 'moment' ? aside.text : <Tag tone={ASIDE_TONE[aside.kind]}>{aside.text}</Tag>;
  return { key: line.key, title: line.title, state: line.state, notes: line.notes, ...(beside === null ? {} : { aside: beside }) };
}

/** The stages from top to bottom. */
export function CaseTimeline({ reply, booked = null }: { readonly reply: CaseReply; readonly booked?: string | null }) {
  return (
    <Card>
      <Steps items={timelineLines(reply, booked).map(drawn)} />
    </Card>
  );
}
