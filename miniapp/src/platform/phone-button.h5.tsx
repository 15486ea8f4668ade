export interface PhoneButtonProps {
  readonly text: string;
  onCode(code: string): void;
  onRefused(): void;
}

/** The browser has no such button: the number was checked by SMS at sign-in. */
export function PhoneButton(_props: PhoneButtonProps) {
  return null;
}
export const hasPhoneButton = false;
