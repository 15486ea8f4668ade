import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { completed } from './api-operations.ts';
import { describeDtoClasses } from './api-schemas.ts';

/** OpenAPI of what is served, completed from the endpoint table. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  describeDtoClasses();
  const head = new DocumentBuilder()
    .setTitle('Anju 安居公积金')
    .setDescription('What the mini-program and other clients call. Amounts are integers in fen, instants ISO 8601 with Z, days YYYY-MM-DD of China.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'session')
    .build();
  return completed(SwaggerModule.createDocument(app, head));
}

/** `/docs` for people and `/openapi.json` for tools; built on the first request for either. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app), { jsonDocumentUrl: 'openapi.json' });
}
