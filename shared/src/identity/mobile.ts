/** A mobile number of the mainland. By pattern only: new ranges open often. */
export function isMobile(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}
