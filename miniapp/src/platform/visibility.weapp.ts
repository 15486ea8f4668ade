import Taro from '@tarojs/taro';

let visible = true;
let online = true;
let watching = false;
/** How often the phone itself told of its network: what it told while it was asked counts more than the answer. */
let changes = 0;
const told = new Set<() => void>();
const tell = (): void => told.forEach((one) => one());

/** So long the phone has to answer: somebody waits who has pressed. */
const ANSWER_MS = 1_000;

/** null: the phone does not say, or not in time. */
async function connected(): Promise<boolean | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ANSWER_MS, null);
  });
  try {
    const answer = await Promise.race([Taro.getNetworkType(), silence]);
    return answer === null ? null : answer.networkType !== 'none';
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function watch(): void {
  if (watching) return;
  watching = true;
  Taro.onAppShow(() => {
    visible = true;
    tell();
    // A change in the background is not told.
    void askOnline();
  });
  Taro.onAppHide(() => {
    visible = false;
    tell();
  });
  Taro.onNetworkStatusChange((status) => {
    changes += 1;
    online = status.isConnected;
    tell();
  });
}

/** Whether the person can see the app now. */
export function isVisible(): boolean {
  return visible;
}

/** Tells each change of visibility and network. Returns how to stop. */
export function onReturn(listener: () => void): () => void {
  watch();
  told.add(listener);
  return () => {
    told.delete(listener);
  };
}

/** False when the phone itself said that it has no network. */
export function isOnline(): boolean {
  return online;
}

/** Asks the phone anew, and tells a change. False only when it says now that it has no network: in doubt there is one. Never throws. */
export async function askOnline(): Promise<boolean> {
  const before = changes;
  const answer = await connected();
  if (changes !== before) return online;
  if (answer === null) return true;
  if (answer !== online) {
    online = answer;
    tell();
  }
  return answer;
}
