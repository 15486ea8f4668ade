import { dayText } from '../../texts/format.ts';
import { statementTexts as texts } from '../../texts/statement.ts';

interface Source {
  readonly title: string;
  readonly date: string | null;
  readonly seenOn: string;
}

/** A publication with its day, or the day somebody last looked where it bears none. */
export function sourceText({ title, date, seenOn }: Source): string {
  return texts.source(title, date === null ? texts.seen(dayText(seenOn, true)) : texts.published(dayText(date, true)));
}
