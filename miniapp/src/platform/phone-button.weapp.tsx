import { Button } from '@tarojs/components';

export interface PhoneButtonProps {
  readonly text: string;
  onCode(code: string): void;
  onRefused(): void;
}

/** WeChat's own phone number, by a code the server redeems. The privacy consent is asked with the same tap. */
export function PhoneButton({ text, onCode, onRefused }: PhoneButtonProps) {
  return (
    <Button
      className="a-button a-button--primary"
      hoverClass="a-button--down"
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => {
        const code = event.detail.code;
        if (typeof code === 'string' && code !== '') onCode(code);
        else onRefused();
      }}
    >
      {text}
    </Button>
  );
}
export const hasPhoneButton = true;
