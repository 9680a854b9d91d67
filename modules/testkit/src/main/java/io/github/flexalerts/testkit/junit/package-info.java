/** The fake service as a JUnit Jupiter extension. Needs junit-jupiter-api, which every test has anyway. */
@NullMarked
package io.github.flexalerts.testkit.junit;

import org.jspecify.annotations.NullMarked;
