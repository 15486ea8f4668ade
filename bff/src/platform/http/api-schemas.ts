import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';

interface Rule {
  readonly propertyName: string;
  readonly type: string;
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  readonly each?: boolean;
}
type DtoClass = new () => object;
type Schema = Record<string, unknown>;

/** What each rule of class-validator says in a schema. */
const SAYS: Readonly<Record<string, (constraints: readonly unknown[]) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  matches: ([pattern]) => ({ type: 'string', pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  isIn: ([values]) => ({ enum: values, ...(typeof (values as unknown[])[0] === 'string' ? { type: 'string' } : {}) }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
};
const OF_THE_LIST = new Set(['arrayMinSize', 'arrayMaxSize']);

function optionsOf(target: DtoClass, property: string, rules: readonly Rule[]): ApiPropertyOptions {
  const nested = defaultMetadataStorage.findTypeMetadata(target, property)?.typeFunction() as DtoClass | undefined;
  const isList = rules.some((rule) => rule.name === 'isArray' || rule.each === true);
  const required = !rules.some((rule) => rule.type === 'conditionalValidation');
  const said = (list: boolean): Schema =>
    Object.assign({}, ...rules.filter((rule) => OF_THE_LIST.has(rule.name ?? '') === list).map((rule) => SAYS[rule.name ?? '']?.(rule.constraints ?? []) ?? {})) as Schema;
  if (nested !== undefined) return { required, type: () => nested, isArray: isList, ...said(true) } as ApiPropertyOptions;
  if (isList) return { required, type: 'array', items: said(false), ...said(true) } as ApiPropertyOptions;
  const schema: Schema = { required, type: 'object', ...said(false) };
  return schema as ApiPropertyOptions;
}

/** Tells swagger of every DTO class what its validation rules say, so that no rule is written twice. */
export function describeDtoClasses(): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as { validationMetadatas: ReadonlyMap<DtoClass, readonly Rule[]> };
  for (const [target, rules] of validationMetadatas) {
    for (const property of new Set(rules.map((rule) => rule.propertyName))) {
      const own = rules.filter((rule) => rule.propertyName === property);
      ApiProperty(optionsOf(target, property, own))(target.prototype as object, property);
    }
  }
}
