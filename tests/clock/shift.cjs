/**
 * Preloaded (`NODE_OPTIONS=--require=…`) into every process of a test world that must live on another day, and set up in every Jest
 * context when ANJU_TEST_NOW is given: `Date` starts there and goes on. The product has no switch for it.
 */
const wanted = process.env.ANJU_TEST_NOW;
if (wanted) {
  const RealDate = Date;
  const start = new RealDate(wanted).getTime();
  if (Number.isNaN(start)) throw new Error(`ANJU_TEST_NOW is not a moment: ${wanted}`);
  const shift = start - RealDate.now();
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() + shift);
      else super(...args);
    }

    static now() {
      return RealDate.now() + shift;
    }
  };
}
