import { useState } from 'react';
import { device } from '../../api/api.ts';

type Texts = Readonly<Record<string, string>>;

function read<Form extends object>(name: string, pattern: Form): Form {
  const text = device.get(name);
  if (text === null) return pattern;
  try {
    const kept = JSON.parse(text) as Texts | null;
    const fits = Object.keys(pattern).filter((key) => typeof kept?.[key] === 'string');
    return { ...pattern, ...Object.fromEntries(fits.map((key) => [key, kept?.[key]])) };
  } catch {
    return pattern;
  }
}

/** What is typed on a page, kept on this device until sign-out: going back or starting again loses nothing. All values are texts. */
export function useKept<Form extends object>(name: string, pattern: Form): readonly [Form, (part: Partial<Form>) => void] {
  const key = `wish:${name}`;
  const [form, setForm] = useState<Form>(() => read(key, pattern));
  const change = (part: Partial<Form>): void => {
    const next = { ...form, ...part };
    setForm(next);
    device.set(key, JSON.stringify(next));
  };
  return [form, change];
}
