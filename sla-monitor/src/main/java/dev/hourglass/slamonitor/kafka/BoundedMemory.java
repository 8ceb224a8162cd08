package dev.hourglass.slamonitor.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one write budget for all stores of the process: with the defaults each of the two
 * dozen stores would take up to 100 MB outside the heap.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

  private static final long TOTAL_BYTES = 96L << 20;
  private static final long WRITE_BYTES = 32L << 20;
  private static final long STORE_WRITE_BYTES = 4L << 20;
  private static final int WRITE_BUFFERS = 2;

  // Native objects for the life of the process: stores come and go with rebalances.
  private static Cache cache;
  private static WriteBufferManager writes;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    share();
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    table.setCacheIndexAndFilterBlocks(true);
    options.setWriteBufferManager(writes);
    options.setWriteBufferSize(STORE_WRITE_BYTES);
    options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the write budget belong to all stores and stay.
  }

  private static synchronized void share() {
    if (cache == null) {
      cache = new LRUCache(TOTAL_BYTES);
      writes = new WriteBufferManager(WRITE_BYTES, cache);
    }
  }
}
