import { Global, Module } from '@nestjs/common';
import type { Type } from '@nestjs/common';

/** What a module under test takes from everybody else, each thing under its own token, as one global module. */
export function outsideModule(values: ReadonlyMap<unknown, unknown>): Type {
  const tokens = [...values.keys()] as never[];
  class OutsideModule {}
  Global()(OutsideModule);
  Module({ providers: tokens.map((provide) => ({ provide, useValue: values.get(provide) })), exports: tokens })(OutsideModule);
  return OutsideModule;
}
