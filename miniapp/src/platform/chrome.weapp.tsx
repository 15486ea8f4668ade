export interface ChromeProps {
  readonly title: string;
  readonly tab?: boolean;
}

/** WeChat draws the header of a page itself. */
export function Chrome(_props: ChromeProps) {
  return null;
}
