import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { Ed25519Signer } from './adapters/ed25519-signer.ts';
import { WorkerPrinter } from './adapters/pdf/worker-printer.ts';
import { TypeOrmReceipts } from './adapters/typeorm-receipts.ts';
import { TypeOrmShares } from './adapters/typeorm-shares.ts';
import { ReceiptPrinter } from './domain/receipt-printer.ts';
import { ReceiptSigner } from './domain/receipt-signer.ts';
import { Receipts } from './domain/receipt.ts';
import { Shares } from './domain/share.ts';
import { ReceiptController } from './http/receipt.controller.ts';
import { FreezeReceipt } from './use-cases/freeze-receipt.ts';
import { PrintReceipt } from './use-cases/print-receipt.ts';
import { ShareReceipt } from './use-cases/share-receipt.ts';
import { OwnReceipt, ShowReceipt } from './use-cases/show-receipt.ts';
import { VerifyCode } from './use-cases/verify-code.ts';

/** What proves a settled case, to its person and to whom they show it. Global, since the archive takes it along. */
@Global()
@Module({
  controllers: [ReceiptController],
  providers: [
    { provide: Receipts, useClass: TypeOrmReceipts },
    { provide: Shares, useClass: TypeOrmShares },
    { provide: ReceiptSigner, inject: [Config], useFactory: ({ receiptKeys }: Config) => new Ed25519Signer(receiptKeys) },
    { provide: ReceiptPrinter, useClass: WorkerPrinter },
    FreezeReceipt,
    ShowReceipt,
    OwnReceipt,
    ShareReceipt,
    PrintReceipt,
    VerifyCode,
  ],
  exports: [FreezeReceipt, ReceiptPrinter, Receipts],
})
export class ReceiptModule {}
