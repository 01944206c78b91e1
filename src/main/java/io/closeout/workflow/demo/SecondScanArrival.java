package io.closeout.workflow.demo;

import io.closeout.intake.ScanIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets {@code samples/halyard-second-scan.nessus} end at the moment it is handed in. The file in the folder bears a fixed
 * date and would be older than the demo's first scan, and so prove nothing. Everything else passes untouched, and outside
 * the demo nothing ever changes a file.
 */
@Component
@Profile("demo")
class SecondScanArrival implements BeanPostProcessor, MethodInterceptor {

    private static final Logger log = LoggerFactory.getLogger(SecondScanArrival.class);

    private static final int LARGER_THAN_THE_SAMPLE = 1 << 20;

    private final ObjectProvider<SampleScans> samples;

    SecondScanArrival(ObjectProvider<SampleScans> samples) {
        this.samples = samples;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ScanIntake)) {
            return bean;
        }
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice(this);
        return factory.getProxy();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        @Nullable Object[] arguments = call.getArguments();
        if (arguments.length > 1 && arguments[1] instanceof InputStream content) {
            arguments[1] = dated(content);
        }
        return call.proceed();
    }

    private InputStream dated(InputStream content) throws IOException {
        byte[] head = content.readNBytes(LARGER_THAN_THE_SAMPLE);
        if (head.length < LARGER_THAN_THE_SAMPLE && samples.getObject().isSecond(head)) {
            log.info("The demo dates its second scan to this moment");
            return new ByteArrayInputStream(samples.getObject().second());
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), content);
    }
}
