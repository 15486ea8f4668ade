/** Opens the dialler; a computer shows the number. */
export function phone(number: string): Promise<void> {
  window.location.assign(`tel:${number}`);
  return Promise.resolve();
}
