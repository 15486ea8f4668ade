/** WeChat's privacy gate does not exist in a browser; consent is given on the sign-in and the real-name page. */
export function PrivacyGate() {
  return null;
}

/** Opens the privacy text of the platform, where there is one. */
export function openPrivacyContract(): boolean {
  return false;
}
