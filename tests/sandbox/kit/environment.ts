/** A variable a stand-in cannot start without; its absence stops the start with one sentence. */
export function needed(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} must be set`);
  return value;
}

/** `{ [name]: value }` of a variable that may be absent, to be spread into options. */
export function optional<Name extends string>(name: Name, variable: string): Partial<Record<Name, string>> {
  const value = process.env[variable];
  if (value === undefined || value === '') return {};
  return { [name]: value } as Record<Name, string>;
}
