declare module 'class-transformer/cjs/storage.js' {
  /** The one place where class-transformer keeps what `@Type()` said; its index does not export it. */
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): { typeFunction(): unknown } | undefined;
  };
}
