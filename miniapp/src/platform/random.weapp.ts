/** 32 random hexadecimal digits. Used to tell one wish from another, not as a secret: WeChat's own source is asynchronous. */
export function randomHex(): string {
  let out = '';
  while (out.length < 32) out += Math.floor(Math.random() * 0x10000000).toString(16).padStart(7, '0');
  return out.slice(0, 32);
}
