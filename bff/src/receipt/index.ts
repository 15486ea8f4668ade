export { receiptRows } from './adapters/receipt.rows.ts';
export type { Print } from './domain/receipt-printer.ts';
export { ReceiptPrinter } from './domain/receipt-printer.ts';
export type { Receipt } from './domain/receipt.ts';
export { factsIn, Receipts } from './domain/receipt.ts';
export { ReceiptModule } from './receipt.module.ts';
export { centreNameOf, FreezeReceipt } from './use-cases/freeze-receipt.ts';
