package dev.rehearsal.notice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Enables the options of notices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NoticeOptions.class, PublicAddress.class})
class NoticeConfiguration {}
