import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from './platform/http/api-description.ts';
import { fastifyAdapter, prepareServer } from './platform/http/fastify-server.ts';
import { ProblemFilter } from './platform/http/problem.filter.ts';
import { requestValidation } from './platform/http/request-validation.ts';
import { RouteTable } from './platform/http/route-table.ts';
import { Log } from './platform/logging/log.ts';

type RootModule = Parameters<typeof NestFactory.create>[0];

/** Builds the application around a root module: the same for `main.ts` and for tests. Routes are ready, nothing listens yet. */
export async function createApp(root: RootModule): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, fastifyAdapter(), { logger: false, abortOnError: false, bodyParser: false });
  const routes = new RouteTable();
  await prepareServer(app, routes);
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemFilter(routes, app.get(Log)));
  describeApi(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
