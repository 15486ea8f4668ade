import Taro from '@tarojs/taro';

/** Opens the dialler. The person may say no: that is no error. */
export async function phone(number: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber: number });
  } catch {
    // Cancelled by the person.
  }
}
