import { Global, Module } from '@nestjs/common';
import { TypeOrmCases } from './adapters/typeorm-cases.ts';
import { TypeOrmCoreFeed } from './adapters/typeorm-core-feed.ts';
import { Cases } from './domain/cases.ts';
import { CoreFeedState } from './domain/core-feed.ts';
import { CoreCallbackController } from './http/core-callback.controller.ts';
import { ProgressController } from './http/progress.controller.ts';
import { AdoptCase } from './use-cases/adopt-case.ts';
import { CancelCase } from './use-cases/cancel-case.ts';
import { FollowCoreFeed } from './use-cases/follow-core-feed.ts';
import { ForwardCase } from './use-cases/forward-case.ts';
import { MoveCase } from './use-cases/move-case.ts';
import { ReceiveCoreEvents } from './use-cases/receive-core-events.ts';
import { RefreshCase } from './use-cases/refresh-case.ts';
import { ListCases, RunningCases, ShowCase } from './use-cases/show-cases.ts';
import { StartCase } from './use-cases/start-case.ts';
import { SweepWishes } from './use-cases/sweep-wishes.ts';

@Global()
@Module({
  controllers: [ProgressController, CoreCallbackController],
  providers: [
    { provide: Cases, useClass: TypeOrmCases },
    { provide: CoreFeedState, useClass: TypeOrmCoreFeed },
    MoveCase,
    StartCase,
    ForwardCase,
    RefreshCase,
    AdoptCase,
    ReceiveCoreEvents,
    SweepWishes,
    FollowCoreFeed,
    ListCases,
    RunningCases,
    ShowCase,
    CancelCase,
  ],
  exports: [Cases, MoveCase, StartCase, SweepWishes, ForwardCase, RunningCases, ShowCase],
})
export class ProgressModule {}
