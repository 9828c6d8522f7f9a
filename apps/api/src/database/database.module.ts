import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, CONFIG, type Clock } from '../config-token';
import type { Config } from '../config';
import { createDataSource } from './data-source';
import { Database } from './database';
import { DatabaseClock } from './database-clock';
import { Heart } from './heart';
import { MIGRATIONS } from './migrations';
import { PublicReading } from './public-reading';

/** The door, behind it the pool, and what time it is there. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => createDataSource(config.databaseUrl, config.poolSize, MIGRATIONS, config.deadlines).options,
    }),
  ],
  providers: [
    {
      provide: Database,
      inject: [DataSource, CONFIG],
      useFactory: (dataSource: DataSource, config: Config) =>
        new Database(dataSource, new PublicReading(config.databaseUrl, config.poolSize, config.publicDeadlines)),
    },
    DatabaseClock,
    Heart,
    {
      provide: CLOCK,
      inject: [DatabaseClock],
      useFactory:
        (clock: DatabaseClock): Clock =>
        () =>
          clock.now(),
    },
  ],
  exports: [Database, Heart, CLOCK],
})
export class DatabaseModule {}
