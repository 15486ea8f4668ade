/** Who holds the phone. */
export interface PhoneHolder {
  readonly key: string;
  readonly mobile: string;
}

/**
 * A phone with the app on it, as a person handles it: reads, taps, types. One interface over two things: the H5 in Chromium and
 * the compiled weapp bundle, so that one script proves both.
 */
export interface FundApp {
  readonly channel: 'h5' | 'weapp';
  /** Opens the app on its first page, as after tapping its icon. */
  open(): Promise<void>;
  /** Goes to a page by its address (`/features/loan/pages/calculator/index`), as a link would. */
  visit(path: string): Promise<void>;
  /** What can be read on the page now. */
  text(): Promise<string>;
  /** Resolves when the page says it; rejects with the page's text. */
  sees(words: string | RegExp, withinMs?: number): Promise<void>;
  /** Taps what carries these words. */
  tap(words: string | RegExp): Promise<void>;
  /** Taps twice without waiting in between. */
  doubleTap(words: string | RegExp): Promise<void>;
  /** Types into the field with this label. */
  fill(label: string, value: string): Promise<void>;
  /** Taps the button with these words and chooses this file from the album or the folder. */
  upload(words: string, file: string): Promise<void>;
  /** The system's back. */
  back(): Promise<void>;
  /** Whose phone this is: who WeChat knows, which number it has. */
  holder(person: PhoneHolder): void;
  /** On the sign-in page: does what is to be done on this channel. */
  signIn(): Promise<void>;
  /** What the person does when the face check opens. */
  faceWill(outcome: 'passed' | 'cancelled' | 'not-recognised'): void;
  /** Calls the BFF has had from this phone. */
  requests(): readonly string[];
  close(): Promise<void>;
}

/** Waits until `ready` gives something; rejects with what `describe` says. */
export async function until<T>(ready: () => Promise<T | undefined> | T | undefined, describe: () => Promise<string> | string, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await ready();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(await describe());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Figures and moments are held together by spaces that do not break: to a reader they are spaces. */
export const plain = (text: string): string => text.replace(/[\u00a0\u2009]/g, ' ');

export function fits(text: string, words: string | RegExp): boolean {
  const read = plain(text);
  return typeof words === 'string' ? read.includes(words) : words.test(read);
}
