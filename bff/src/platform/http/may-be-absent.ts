import { ValidateIf } from 'class-validator';

/** A field that may be left out. `null` is not "left out": it is refused by the field's own rules, by name. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_object: unknown, value: unknown) => value !== undefined);
}
