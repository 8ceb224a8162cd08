package dev.hourglass.replay.kafka;

import org.apache.kafka.common.TopicPartition;

/**
 * A stretch of one partition that has an end.
 *
 * @param from the first offset
 * @param to the first offset that does not belong to it
 */
record Part(TopicPartition partition, long from, long to) {}
