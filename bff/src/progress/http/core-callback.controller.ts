import { endpoints } from '@anju/shared/contract';
import { Controller, Req } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { ReceiveCoreEvents } from '../use-cases/receive-core-events.ts';

/** The signature stands over the bytes that travelled, so the body is read raw. */
interface RawRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawBody?: Buffer;
}

@Controller()
export class CoreCallbackController {
  constructor(private readonly receive: ReceiveCoreEvents) {}

  @Serves(endpoints.receiveCoreEvents)
  receiveCoreEvents(@Req() request: RawRequest): Promise<void> {
    return this.receive.push(request.url, request.headers, request.rawBody ?? Buffer.alloc(0));
  }
}
