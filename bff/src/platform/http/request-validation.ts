import type { ProblemField } from '@anju/shared/contract';
import type { ValidationError } from '@nestjs/common';
import { ValidationPipe } from '@nestjs/common';
import { Refusal } from '../refusal.ts';

const LONGEST_NAME = 64;
const MOST_FIELDS = 20;

/** class-validator's own names, but one: a field nobody knows is `unknown`. */
const ruleOf = (constraint: string): string => (constraint === 'whitelistValidation' ? 'unknown' : constraint);

function fieldsOf(errors: readonly ValidationError[], path: string): ProblemField[] {
  return errors.flatMap((error) => {
    const field = `${path}${error.property.slice(0, LONGEST_NAME)}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
      field,
      rule: ruleOf(constraint),
      message: constraint === 'whitelistValidation' ? 'this field is not known' : message.slice(0, 200),
    }));
    return [...own, ...fieldsOf(error.children ?? [], `${field}.`)];
  });
}

/**
 * Checks bodies, queries and path parameters against their DTO classes: unknown fields are refused, nothing is converted.
 * A path parameter that cannot be an id is a thing that does not exist, so that it is answered as 404.
 */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Refusal('request.invalid', { fields: fieldsOf(errors, '').slice(0, MOST_FIELDS) }),
  });
