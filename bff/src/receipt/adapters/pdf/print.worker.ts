import { parentPort } from 'node:worker_threads';
import type { Print } from '../../domain/receipt-printer.ts';
import { drawReceipt } from './draw-receipt.ts';
import { Fonts } from './fonts.ts';

/** The thread that draws: fonts are read once, documents are drawn one after the other. */
const fonts = new Fonts();

parentPort?.on('message', ({ id, print }: { readonly id: number; readonly print: Print }) => {
  drawReceipt(print, fonts).then(
    (bytes) => parentPort?.postMessage({ id, bytes }),
    () => parentPort?.postMessage({ id }),
  );
});
