import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG } from '../config-token';
import type { Config } from '../config';
import { createDataSource } from './data-source';
import { Database } from './database';

/** The door, and behind it the pool. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.databaseUrl, config.poolSize).options,
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
