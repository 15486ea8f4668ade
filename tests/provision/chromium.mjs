import { existsSync } from 'node:fs';
import { aptInstall, find } from './apt.mjs';
import { run } from './run.mjs';

/** The path of a Chromium, with fonts that can show Chinese; installs both when they are missing. */
export async function ensureChromium() {
  if (process.env.ANJU_CHROMIUM && existsSync(process.env.ANJU_CHROMIUM)) return process.env.ANJU_CHROMIUM;
  const programs = () => find('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  const missing = [];
  if (!programs()) missing.push('chromium');
  const fonts = await run('fc-list', [':lang=zh']);
  if (fonts.code !== 0 || fonts.output.trim() === '') missing.push('fonts-noto-cjk', 'fontconfig');
  if (missing.length > 0) await aptInstall(missing, missing.includes('chromium') ? 'Chromium (for the screens) with Chinese fonts' : 'A font with Chinese characters');
  return programs();
}
